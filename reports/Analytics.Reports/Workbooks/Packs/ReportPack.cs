using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>A kind of workbook: which questions it asks, and on which sheets the answers stand.</summary>
public abstract class ReportPack
{
    /// <summary>The name that people type: <c>akimat</c>.</summary>
    public abstract string Name { get; }

    /// <summary>True when it is about one unit of the region, which must be named; false when it is about the region with its units.</summary>
    public virtual bool IsAboutUnit => false;

    /// <summary>True when the period that it compares with may be another than last year's.</summary>
    public virtual bool IsAboutTwoPeriods => false;

    /// <summary>True when it is written for the public only.</summary>
    public virtual bool IsForPublic => false;

    /// <summary>Writes the workbook, or the same sheets for print.</summary>
    /// <param name="output">Where the file goes; it need not be seekable.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="format">File to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    /// <exception cref="Warehouse.Disclosure.NotPublicException">The public asks for a year whose small numbers are not hidden yet.</exception>
    public async Task WriteAsync(Stream output, ReportQuestion question, PackFormat format, CancellationToken cancellationToken)
    {
        var book = await ReadAsync(IsForPublic ? question with { Audience = Audience.Public } : question, cancellationToken);
        using var file = format == PackFormat.Pdf ? book.Print() : book.Save();
        await file.CopyToAsync(output, cancellationToken);
    }

    private protected abstract Task<PackBook> ReadAsync(ReportQuestion question, CancellationToken cancellationToken);

    /// <summary>The two sheets that end a pack: what the figures mean, and the check of the workbook.</summary>
    /// <param name="content">What the workbook is about.</param>
    /// <param name="answers">All answers of the workbook.</param>
    private protected static IEnumerable<PackSheet> Ending(PackContent content, params IReadOnlyList<IndicatorAnswer> answers) =>
    [
        new(content.Text("sheet.definitions"), writer => DefinitionsSheet.Write(writer, content)),
        new(content.Text("sheet.check"), writer => new CheckSheet(writer, content, answers).Write()) { IsAboutOthers = true, IsPrinted = false },
    ];
}
