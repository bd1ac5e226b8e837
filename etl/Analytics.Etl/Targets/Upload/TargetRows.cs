using System.Globalization;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources.Files;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Targets.Upload;

/// <summary>Reads the plans of one sheet. All that is wrong is noted with its cell; a row with an error gives no plan.</summary>
internal sealed class TargetRows(SheetGrid sheet, TargetHeads heads, UploadRequest request, List<UploadError> errors)
{
    private const decimal LargestValue = 10_000_000_000_000m;
    private const int LongestText = 100;

    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];

    /// <summary>Rows that hold no value.</summary>
    public int Empty { get; private set; }

    /// <summary>The plans, each with the address of its value.</summary>
    public IReadOnlyList<(TargetVersion Plan, string Place)> Read()
    {
        var plans = new List<(TargetVersion, string)>();
        foreach (var row in sheet.Rows.Where(row => row > heads.Row))
        {
            if (heads.IsWide)
            {
                plans.AddRange(Wide(row));
            }
            else if (IsAbsent(At(row, "indicator")) && IsAbsent(At(row, "territory_code")) && IsAbsent(At(row, "value")))
            {
                continue;
            }
            else if (IsAbsent(At(row, "value")) && Quarters.All(quarter => IsAbsent(At(row, quarter))))
            {
                Empty++;
            }
            else if (Long(row) is { } plan)
            {
                plans.Add((plan, sheet.Address(row, heads["value"])));
            }
        }

        return plans;
    }

    private IEnumerable<(TargetVersion, string)> Wide(int row)
    {
        var given = heads.Wide.Where(one => !IsAbsent(sheet[row, one.Column])).ToList();
        if (given.Count == 0)
        {
            Empty += IsAbsent(At(row, "territory_code")) ? 0 : 1;
            yield break;
        }

        var before = errors.Count;
        var common = Common(row);
        foreach (var (indicator, column) in given)
        {
            var value = Value(row, column, indicator);
            if (common is not null && value is { } known && errors.Count == before)
            {
                yield return (common with { Indicator = indicator.Code, Value = known }, sheet.Address(row, column));
            }
        }
    }

    private TargetVersion? Long(int row)
    {
        var before = errors.Count;
        var cell = At(row, "indicator");
        var indicator = IndicatorNames.Find(cell.Text);
        if (indicator is null)
        {
            Wrong(row, "indicator", IsAbsent(cell) ? "indicator_missing" : "indicator_unknown", Shown(cell));
        }

        var common = Common(row);
        var value = Value(row, heads["value"], indicator);
        var quarters = Quarters.Select(name => heads[name] < 0 || IsAbsent(At(row, name)) ? null : Value(row, heads[name], indicator)).ToList();
        if (errors.Count > before || common is null || indicator is null || value is not { } year)
        {
            return null;
        }

        if (QuarterRules.Broken(indicator, year, quarters) is { } rule)
        {
            Wrong(row, Quarters.First(name => !IsAbsent(At(row, name))), rule, Number(year));
            return null;
        }

        var phasing = Phasing(row, indicator, quarters[0] is not null);
        return errors.Count > before
            ? null
            : common with { Indicator = indicator.Code, Value = year, Q1 = quarters[0], Q2 = quarters[1], Q3 = quarters[2], Q4 = quarters[3], Phasing = phasing };
    }

    // What the long and the wide form have alike.
    private TargetVersion? Common(int row)
    {
        var year = Year(row);
        var territory = Territory(row, year);
        var stage = Word<TargetStage>(row, "stage", "stage_unknown", request.Stage) ?? request.Stage;
        var number = Text(row, "decree_number", request.DecreeNumber);
        var date = Day(row);
        if (number.Length == 0)
        {
            Wrong(row, "decree_number", "decree_missing");
        }

        return year is null || territory is null || date is null
            ? null
            : new TargetVersion
            {
                Indicator = "", Value = 0, TerritoryId = territory.Id, Year = year.Value, Stage = stage, DecreeNumber = number, DecreeDate = date,
            };
    }

    private int? Year(int row)
    {
        var cell = At(row, "year_start");
        if (IsAbsent(cell) && request.Year is { } known)
        {
            return known;
        }

        int? year = cell.Kind switch
        {
            TableCellKind.Number when cell.Number == decimal.Truncate(cell.Number) => (int)Math.Clamp(cell.Number, 0, 9999),
            TableCellKind.Day => DateOnly.FromDayNumber((int)cell.Number) is { DayOfYear: 1 } first ? first.Year : null,
            TableCellKind.Text => PeriodText.Parse(cell.Text) is { Span: PeriodSpan.Year } told ? told.FirstDay.Year : null,
            _ => null,
        };
        if (year is >= 2000 and <= 2100)
        {
            return year;
        }

        Wrong(row, "year_start", IsAbsent(cell) ? "year_missing" : "year_wrong", Shown(cell));
        return null;
    }

    private Territory? Territory(int row, int? year)
    {
        var cell = At(row, "territory_code");
        var text = cell.Text.Trim();
        if (IsAbsent(cell))
        {
            Wrong(row, "territory_code", "territory_missing");
            return null;
        }

        var (from, to) = (new DateOnly(year ?? 2000, 1, 1), new DateOnly(year ?? 2100, 12, 31));
        var territory = text.Length == 9 && text.All(char.IsAsciiDigit)
            ? Territories.Shipped.WithKato(text).Where(version => version.ValidFrom <= to && version.ValidTo > from).Select(version => Territories.Shipped.Find(version.TerritoryId)).FirstOrDefault()
            : Territories.Shipped.Find(text.ToLowerInvariant()) ?? DistrictNames.Find(text);
        if (territory is null)
        {
            Wrong(row, "territory_code", "territory_unknown", Shown(cell));
        }
        else if (year is not null && !territory.IsInRegionDuring(from, to))
        {
            Wrong(row, "territory_code", "territory_not_in_year", (Func<Language, string>)(language => territory.Name(language.Code, from)), Number(year.Value));
            return null;
        }

        return territory;
    }

    private decimal? Value(int row, int column, Indicator? indicator)
    {
        var cell = sheet[row, column];
        var rule = CellReading.NumberOf(cell) switch
        {
            _ when cell.Kind == TableCellKind.Error => "cell_error",
            _ when sheet.IsMergedDown(row, column) => "value_merged",
            null when IsAbsent(cell) => "value_missing",
            null => "value_not_number",
            < 0 => "value_negative",
            > LargestValue => "value_too_large",
            { } number when indicator is { IsCount: true } && number != decimal.Truncate(number) => "value_not_whole",
            { } number when number * 100 != decimal.Truncate(number * 100) => "value_too_fine",
            > 0 and <= 1 when indicator is { IsRate: true, Decimals: 1 } => "value_is_share",
            _ => null,
        };
        if (rule is null)
        {
            return CellReading.NumberOf(cell);
        }

        Wrong(row, column, rule, Shown(cell));
        return null;
    }

    private TargetPhasing? Phasing(int row, Indicator indicator, bool hasQuarters)
    {
        var phasing = Word<TargetPhasing>(row, "phasing", "phasing_unknown", null);
        var rule = (phasing, indicator.Phasing) switch
        {
            (null, _) => null,
            (TargetPhasing.Quarters, not TargetPhasing.Level) when !hasQuarters => "phasing_without_quarters",
            (TargetPhasing.Level, not TargetPhasing.Level) => "phasing_level_of_flow",
            (not TargetPhasing.Level, TargetPhasing.Level) => "phasing_of_level",
            _ => null,
        };
        if (rule is not null)
        {
            Wrong(row, "phasing", rule);
        }

        return phasing;
    }

    private TEnum? Word<TEnum>(int row, string name, string rule, TEnum? whenAbsent) where TEnum : struct, Enum
    {
        var cell = At(row, name);
        if (IsAbsent(cell))
        {
            return whenAbsent;
        }

        if (UploadWords.Find(cell.Text) is { } code && Codes.TryParse<TEnum>(code, out var value))
        {
            return value;
        }

        Wrong(row, name, rule, Shown(cell));
        return whenAbsent;
    }

    private string Text(int row, string name, string whenAbsent)
    {
        var text = IsAbsent(At(row, name)) ? whenAbsent : At(row, name).Text.Trim();
        if (text.Length > LongestText)
        {
            Wrong(row, name, "text_too_long");
        }
        else if (Pseudonyms.LooksLikeIdentifier(text))
        {
            Wrong(row, name, "identifier_in_text");
        }

        return text;
    }

    private DateOnly? Day(int row)
    {
        var cell = At(row, "decree_date");
        DateOnly? day = cell.Kind switch
        {
            _ when IsAbsent(cell) => request.DecreeDate,
            TableCellKind.Day => DateOnly.FromDayNumber((int)cell.Number),
            TableCellKind.Text => PeriodText.Parse(cell.Text) is { Span: PeriodSpan.Day } told ? told.FirstDay : null,
            _ => null,
        };
        if (day is { Year: >= 2000 and <= 2100 })
        {
            return day;
        }

        Wrong(row, "decree_date", IsAbsent(cell) ? "decree_date_missing" : "decree_date_wrong", Shown(cell));
        return null;
    }

    private TableCell At(int row, string name) => heads[name] < 0 ? TableCell.Empty : sheet[row, heads[name]];

    // Where the column is missing, the territory's cell stands for the row.
    private void Wrong(int row, string name, string rule, params object[] arguments) =>
        Wrong(row, heads[name] >= 0 ? heads[name] : Math.Max(heads["territory_code"], 0), rule, arguments);

    private void Wrong(int row, int column, string rule, params object[] arguments) =>
        errors.Add(new UploadError(rule, sheet.Address(row, column), arguments) { Position = (row, column) });

    private static bool IsAbsent(TableCell cell) => cell.IsEmpty || (cell.Kind == TableCellKind.Text && NumberText.IsAbsent(cell.Text));

    private static string Shown(TableCell cell) => new([.. cell.Text.Trim().Take(60).Where(letter => !char.IsControl(letter))]);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
