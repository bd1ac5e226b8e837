using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Rows;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Extracts;

/// <summary>Writes facts as cells: codes in words, units by name, money and days as numbers.</summary>
internal sealed class RowCells(IReadOnlyList<FactColumn> columns, ReportQuestion question)
{
    private readonly Dictionary<uint, string> units = [];
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    public void Write(SheetXml sheet, FactRows rows)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            if (rows.Value(column) is { } value)
            {
                Write(sheet, columns[column].Kind, value);
            }
            else
            {
                sheet.Skip();
            }
        }
    }

    private void Write(SheetXml sheet, FactColumnKind kind, object value)
    {
        switch (kind)
        {
            case FactColumnKind.Day:
                sheet.Day(DateOnly.FromDateTime((DateTime)value));
                break;
            case FactColumnKind.Territory:
                sheet.Text(Unit((uint)value));
                break;
            case FactColumnKind.Settlement:
                if ((uint)value == 0)
                {
                    sheet.Skip();
                }
                else
                {
                    sheet.Text(((uint)value).ToString("000000000", CultureInfo.InvariantCulture));
                }

                break;
            case FactColumnKind.Key:
                sheet.Key((ulong)value);
                break;
            case FactColumnKind.Money:
                sheet.Money(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case FactColumnKind.Number:
                sheet.Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case FactColumnKind.Code:
                sheet.Text(Code((string)value));
                break;
            default:
                sheet.Text((string)value);
                break;
        }
    }

    private string Unit(uint id)
    {
        if (!units.TryGetValue(id, out var name))
        {
            name = Territories.Shipped.Find(id)?.Name(question.Language.Code, question.Period.LastDay) ?? id.ToString(CultureInfo.InvariantCulture);
            units.Add(id, name);
        }

        return name;
    }

    private string Code(string code)
    {
        if (!codes.TryGetValue(code, out var words))
        {
            words = question.Language.ReportText($"extract.code.{code}");
            codes.Add(code, words);
        }

        return words;
    }
}
