using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks;

/// <summary>Writes a workbook (.xlsx) about a period.</summary>
/// <param name="output">Where the file goes; it need not be seekable.</param>
/// <param name="period">Period of the figures; they are compared with the same months of last year.</param>
/// <param name="language">Language of all texts.</param>
/// <param name="audience">Who will read it; to the public small numbers are not told.</param>
/// <param name="demo">True when the figures are synthetic: every sheet then says so.</param>
/// <param name="cancellationToken">Stops the work.</param>
public delegate Task ReportPack(Stream output, Period period, Language language, Audience audience, bool demo, CancellationToken cancellationToken);
