using System.Globalization;
using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>Something wrong with a file, at a cell, a row or the whole of it.</summary>
/// <param name="Rule">The rule, which names its sentence.</param>
/// <param name="Sheet">Sheet; empty when it is none's.</param>
/// <param name="Row">Row from 1, or 0 for the whole file.</param>
/// <param name="Column">Column from 0, or −1 for the whole row.</param>
/// <param name="Arguments">What the sentence names: headers, rows, sums; never what a cell of a person holds.</param>
internal sealed record FileError(string Rule, string Sheet, int Row, int Column, params object[] Arguments)
{
    /// <summary>Its sentence for every language. The number of a row is no quantity.</summary>
    public LoadMessage Told => new($"file.{Rule}", [.. Arguments.Select(argument => argument is int row ? row.ToString(CultureInfo.InvariantCulture) : argument)]);
}
