namespace Analytics.Reports.Workbooks.Packs;

/// <summary>Writes a workbook (.xlsx) about a period.</summary>
/// <param name="output">Where the file goes; it need not be seekable.</param>
/// <param name="question">What is asked for.</param>
/// <param name="cancellationToken">Stops the work.</param>
public delegate Task ReportPack(Stream output, ReportQuestion question, CancellationToken cancellationToken);
