using System.Globalization;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Etl.Loading;

/// <summary>
/// A source row read by rules, column after column in the order of the contract. The first rule that a row breaks is its
/// <see cref="Rejection"/>; values read after that are without meaning and are not written.
/// </summary>
public sealed class ContractRow(IReadOnlyList<ContractColumn> contract, Pseudonyms pseudonyms, DistrictCodes districts)
{
    /// <summary>Largest amount: 10 trillion tenge, in tiyn.</summary>
    public const long LargestMoney = 1_000_000_000_000_000;

    private readonly RowBlock single = new(contract.Count);

    // An array, because it is asked for every cell.
    private readonly ContractColumn[] columns = [.. contract];

    // Keys of the block's rows by column, and for which domain they were computed; none yet is 0.
    private readonly ulong[][] keys = [.. contract.Select(column => column.Kind == ColumnKind.Identifier ? new ulong[RowBlock.Capacity] : [])];
    private readonly PseudonymDomain[] keyDomains = new PseudonymDomain[contract.Count];
    private readonly List<Rejection> rejections = [];
    private RowBlock block = new(contract.Count);
    private int row;
    private int position;

    /// <summary>The first rule that the row broke, or null.</summary>
    public Rejection? Rejection { get; private set; }

    public bool IsRejected => Rejection is not null;

    /// <summary>True to keep all rules that a row breaks, for those who correct files by hand; otherwise only the first.</summary>
    public bool KeepsAll { get; init; }

    /// <summary>All rules that the row broke when they are kept. One may follow from another.</summary>
    public IReadOnlyList<Rejection> Rejections => rejections;

    /// <summary>Puts rows before the rules; <see cref="MoveNext"/> goes through them.</summary>
    public void Begin(RowBlock rows)
    {
        block = rows;
        row = -1;
        Array.Clear(keyDomains);
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool MoveNext()
    {
        position = 0;
        Rejection = null;
        rejections.Clear();
        return ++row < block.Count;
    }

    /// <summary>Puts one row before the rules.</summary>
    public void Next(ReadOnlySpan<Cell> cells)
    {
        single.Hold(cells);
        Begin(single);
        MoveNext();
    }

    /// <summary>True when the next column is this one; a mapping may leave out columns that came into the contract later.</summary>
    public bool Has(string column) => position < columns.Length && columns[position].Name == column;

    /// <summary>Whole number, not negative unless it is the row's own.</summary>
    public long Whole()
    {
        var (column, cell) = Take();
        return cell switch
        {
            { Kind: CellKind.Null } => Reject("null_not_allowed", column),
            { Kind: not CellKind.Integer } => Reject(cell.Kind == CellKind.Fraction ? "number_not_whole" : "wrong_type", column),
            { Number: < 0 } when column.Kind != ColumnKind.RowId => Reject("number_negative", column),
            { Number: > uint.MaxValue } when column.Kind == ColumnKind.Count => Reject("number_too_large", column),
            _ => cell.Number,
        };
    }

    /// <summary>Amount in tiyn.</summary>
    public long Money()
    {
        var (column, cell) = Take();
        return cell switch
        {
            { Kind: CellKind.Null } when column.Optional => 0,
            { Kind: CellKind.Null } => Reject("null_not_allowed", column),
            { Kind: CellKind.Fraction } => Reject("amount_not_whole_tiyn", column),
            { Kind: not CellKind.Integer } => Reject("wrong_type", column),
            { Number: < 0 } => Reject("amount_negative", column),
            { Number: > LargestMoney } => Reject("amount_too_large", column),
            _ => cell.Number,
        };
    }

    /// <summary>Amount in tiyn, or null where the source gives none.</summary>
    public long? OptionalMoney()
    {
        var isAbsent = block.At(row, position).Kind == CellKind.Null;
        var amount = Money();
        return isAbsent ? null : amount;
    }

    public byte Flag()
    {
        var (column, cell) = Take();
        return cell switch
        {
            { Kind: CellKind.Null } => (byte)Reject("null_not_allowed", column),
            { Kind: CellKind.Integer, Number: 0 or 1 } => (byte)cell.Number,
            { Kind: CellKind.Integer } => (byte)Reject("flag_not_0_or_1", column),
            _ => (byte)Reject("wrong_type", column),
        };
    }

    /// <summary>A day from 2000 to 2100, or null where the contract allows it.</summary>
    public DateOnly? OptionalDay()
    {
        var (column, cell) = Take();
        if (cell.Kind == CellKind.Null && column.Optional)
        {
            return null;
        }

        var day = cell.Kind switch
        {
            CellKind.Date => DayOf(cell.Number),
            CellKind.Text when DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) => parsed,
            _ => default(DateOnly?),
        };
        return (cell.Kind, day) switch
        {
            (CellKind.Null, _) => RejectDay("null_not_allowed", column),
            (CellKind.ImpossibleDate, _) or (CellKind.Date, null) => RejectDay("date_out_of_range", column),
            (CellKind.Text, null) => RejectDay("date_unreadable", column),
            (_, null) => RejectDay("wrong_type", column),
            (_, { } known) when known < UnitPeriod.Earliest || known >= UnitPeriod.TooLate => RejectDay("date_out_of_range", column),
            _ => day,
        };
    }

    public DateOnly Day() => OptionalDay() ?? UnitPeriod.Earliest;

    /// <summary>First day of the month in which the day lies.</summary>
    public DateOnly Month()
    {
        var day = Day();
        return new DateOnly(day.Year, day.Month, 1);
    }

    /// <summary>Key of the district whose KATO code was in force in the month of the day, inside the region.</summary>
    public uint District(DateOnly day)
    {
        var (column, text) = TakeText();
        if (text is null)
        {
            return 0;
        }

        var (id, rule) = districts.Find(text, day);
        return rule is null ? id : (uint)Reject(rule, column);
    }

    /// <summary>Key of a district or of the region itself.</summary>
    public uint Territory(DateOnly day) =>
        block[row][position].Text == Territories.Shipped.Region.Latest.Kato && position++ >= 0 ? Territories.Shipped.Region.Id : District(day);

    /// <summary>The indicator whose code the column holds.</summary>
    public Indicator? Indicator()
    {
        var column = columns[position];
        var indicator = IndicatorCatalogue.Find(Label());
        if (indicator is null)
        {
            Reject("indicator_unknown", column);
        }

        return indicator;
    }

    /// <summary>KATO code of the settlement as a number; 0 when the source gives none.</summary>
    public uint Settlement()
    {
        var (column, text) = TakeText();
        return text switch
        {
            null or "" => 0,
            { Length: 9 } when uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => code,
            _ => (uint)Reject("settlement_unreadable", column),
        };
    }

    /// <summary>KATO code of a settlement that the row is about.</summary>
    public uint ListedSettlement()
    {
        var column = columns[position];
        var code = Settlement();
        return code == 0 ? (uint)Reject("settlement_unreadable", column) : code;
    }

    /// <summary>Key of one of today's units, in the region or not, by its stable code or by any KATO code that it had.</summary>
    public uint LandUnit()
    {
        var (column, text) = TakeText();
        var unit = Territories.Shipped.Find(text ?? "")?.Id ?? Territories.Shipped.WithKato(text ?? "").FirstOrDefault()?.TerritoryId;
        return Territories.Shipped.Land.Atoms.FirstOrDefault(atom => atom.Id == unit)?.Id ?? (uint)Reject("district_unknown", column);
    }

    /// <summary>Number of one of the words, which are numbered from <paramref name="first"/> on.</summary>
    public sbyte Code(string[] words, sbyte first = 1)
    {
        var (column, text) = TakeText();
        if (text is null)
        {
            return first;
        }

        for (var word = 0; word < words.Length; word++)
        {
            if (words[word] == text)
            {
                return (sbyte)(first + word);
            }
        }

        return (sbyte)Reject(column.Name + "_unknown", column);
    }

    /// <summary>Number of one of the words from 1, or 0 where the source gives none.</summary>
    public sbyte OptionalCode(string[] words)
    {
        if (block.At(row, position).Kind == CellKind.Null)
        {
            position++;
            return 0;
        }

        return Code(words);
    }

    /// <summary>Short text; empty when the source gives none.</summary>
    public string Label()
    {
        var (column, text) = TakeText();
        switch (text)
        {
            case null:
                return "";
            case { Length: > 100 }:
                Reject("text_too_long", column);
                return "";
            // Twelve digits in a row are a national identifier, whatever the column is called.
            case not null when Pseudonyms.LooksLikeIdentifier(text):
                Reject("identifier_in_text", column);
                return "";
            default:
                return text;
        }
    }

    /// <summary>The key that stands for a person or household; the identifier itself goes no further.</summary>
    public ulong Key(PseudonymDomain domain)
    {
        var (column, cell) = Take();
        switch (cell.Kind)
        {
            case CellKind.Text when cell.Text!.Contains('\uFFFD', StringComparison.Ordinal):
                return (ulong)Reject("text_encoding_broken", column);
            case CellKind.Integer:
            case CellKind.Text when !string.IsNullOrWhiteSpace(cell.Text):
                return KeyOf(position - 1, domain);
            case CellKind.Null or CellKind.Text:
                return (ulong)Reject("identifier_missing", column);
            default:
                return (ulong)Reject("wrong_type", column);
        }
    }

    /// <summary>Rejects for a reason that no single column's rule covers.</summary>
    public void Reject(string rule, string column)
    {
        if (Rejection is null || KeepsAll)
        {
            var broken = new Rejection(rule, column);
            Rejection ??= broken;
            if (KeepsAll)
            {
                rejections.Add(broken);
            }
        }
    }

    private static DateOnly? DayOf(long days) =>
        days + Cell.Epoch.DayNumber is var number && number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)number)
            : null;

    private (ContractColumn Column, Cell Cell) Take() => (columns[position], block.At(row, position++));

    // Computed for all rows of the block when the first of them asks.
    private ulong KeyOf(int column, PseudonymDomain domain)
    {
        if (keyDomains[column] != domain)
        {
            pseudonyms.Keys(domain, block.Column(column), keys[column]);
            keyDomains[column] = domain;
        }

        return keys[column][row];
    }

    // Text of a group column; null when the row was rejected for it, or when it is null and may be.
    private (ContractColumn Column, string? Text) TakeText()
    {
        var (column, cell) = Take();
        switch (cell)
        {
            case { Kind: CellKind.Null } when column.Optional:
                return (column, null);
            case { Kind: CellKind.Null }:
                Reject(column.Kind == ColumnKind.District ? "district_missing" : "null_not_allowed", column);
                return (column, null);
            case { Text: { } text } when text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal):
                Reject("text_encoding_broken", column);
                return (column, null);
            default:
                return (column, cell.Text);
        }
    }

    private long Reject(string rule, ContractColumn column)
    {
        Reject(rule, column.Name);
        return 0;
    }

    private DateOnly? RejectDay(string rule, ContractColumn column)
    {
        Reject(rule, column);
        return null;
    }
}
