using Analytics.Reports.Charts;
using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Texts;
using SkiaSharp;

namespace Analytics.Reports.Pdf;

/// <summary>
/// A pack for print: every sheet on A4 landscape as wide as the page, heads repeated on each of its pages, charts after the first sheet,
/// the publication and the page's number at the foot. It is drawn with the same library and the same font as the charts.
/// </summary>
internal sealed class PackPdf(PackBook pack, FilledBook book)
{
    private const float NoteSize = 7;
    private readonly PackContent content = pack.Content;

    /// <summary>The document, at its beginning.</summary>
    public MemoryStream Write()
    {
        var sheets = book.Sheets.Zip(pack.Sheets).Where(one => one.Second.IsPrinted).Select(one => one.First).Select(writer => (Print: new SheetPrint(writer), Title: writer.Sheet.Cell(1, 1).GetString())).ToList();
        var pages = new List<(string Title, Action<SKCanvas> Paint)>();
        foreach (var (index, (print, title)) in sheets.Index())
        {
            pages.AddRange(print.Pages.Select(page => (title, (Action<SKCanvas>)(canvas => print.Paint(canvas, page)))));
            if (index == 0)
            {
                pages.AddRange(pack.Charts.Chunk(2).Select(pair => (content.Text("sheet.charts"), (Action<SKCanvas>)(canvas => PaintCharts(canvas, pair)))));
            }
        }

        var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, Metadata()))
        {
            foreach (var (index, page) in pages.Index())
            {
                var canvas = document.BeginPage(PdfPage.Width, PdfPage.Height);
                page.Paint(canvas);
                PaintMargins(canvas, page.Title, index + 1, pages.Count);
                document.EndPage();
            }

            document.Close();
        }

        file.Position = 0;
        return file;
    }

    // The dates are those of the publication, so that the same question gives the same bytes.
    private SKDocumentPdfMetadata Metadata() => new()
    {
        Title = pack.Title,
        Subject = content.PeriodLine,
        Author = "Analytics",
        Keywords = content.Demo ? content.Text("subtitle.demo") : content.PublicationLine,
        Creation = content.Answer.Publication.PublishedAt.UtcDateTime,
        Modified = content.Answer.Publication.PublishedAt.UtcDateTime,
        RasterDpi = 300,
        EncodingQuality = 101,
    };

    // Two beside each other, as high as the page allows.
    private static void PaintCharts(SKCanvas canvas, IReadOnlyList<BarChart> charts)
    {
        var width = PdfPage.Content.Width / 2;
        foreach (var (index, chart) in charts.Index())
        {
            using var picture = chart.Record();
            var scale = Math.Min(width / picture.CullRect.Width, PdfPage.Content.Height / picture.CullRect.Height);
            canvas.Save();
            canvas.Translate(PdfPage.Content.Left + (index * width), PdfPage.Content.Top);
            canvas.Scale(scale);
            canvas.ClipRect(picture.CullRect);
            canvas.DrawPicture(picture);
            canvas.Restore();
        }
    }

    private void PaintMargins(SKCanvas canvas, string title, int number, int count)
    {
        var (top, bottom) = (PdfPage.Content.Top - 14, PdfPage.Height - 20);
        Write(canvas, title, PdfPage.Content.Left, top, SKTextAlign.Left);
        Write(canvas, content.Demo ? content.Text("subtitle.demo") : content.Language.Name(content.Period), PdfPage.Content.Right, top, SKTextAlign.Right);
        Write(canvas, content.PublicationLine, PdfPage.Content.Left, bottom, SKTextAlign.Left);
        Write(canvas, $"{content.Text("page")} {number} / {count}", PdfPage.Content.Right, bottom, SKTextAlign.Right);
    }

    private static void Write(SKCanvas canvas, string text, float x, float y, SKTextAlign align)
    {
        using var font = ChartFont.Of(NoteSize, bold: false);
        using var paint = new SKPaint { Color = SKColor.Parse(Theme.Light.Muted), IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }
}
