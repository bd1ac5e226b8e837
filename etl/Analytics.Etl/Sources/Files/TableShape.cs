namespace Analytics.Etl.Sources.Files;

/// <summary>Where a table stands in its file and which of its columns are which.</summary>
/// <param name="Sheet">Sheet.</param>
/// <param name="HeaderRow">Row of the headers.</param>
/// <param name="Mapping">What it feeds.</param>
/// <param name="Columns">Column of the sheet, from 0, for every contract column; −1 where there is none.</param>
/// <param name="Headers">Header of every contract column as it stands in the file, or the name that is expected there.</param>
/// <param name="Factors">Tiyn in one of the unit of every money column.</param>
/// <param name="IsNationalNumber">Which columns hold national identifiers (ИИН), whose leading zeros Excel drops.</param>
/// <param name="Title">Text above the headers, and the file's name.</param>
internal sealed record TableShape(
    string Sheet,
    int HeaderRow,
    FileMapping Mapping,
    IReadOnlyList<int> Columns,
    IReadOnlyList<string> Headers,
    IReadOnlyList<decimal> Factors,
    IReadOnlyList<bool> IsNationalNumber,
    TableTitle Title);
