namespace Analytics.Etl.Sources.Files;

/// <summary>What a cell of a sheet holds.</summary>
internal enum TableCellKind : byte
{
    Empty = 0,
    Text = 1,
    Number = 2,
    Day = 3,
    Error = 4,
}
