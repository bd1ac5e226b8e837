using System.Diagnostics;
using System.Globalization;
using Analytics.Reports.Extracts;

namespace Analytics.Benchmarks;

/// <summary>A million rows of ten columns as a workbook: our stream beside what Python's two usual libraries write, on the same machine in one run.</summary>
internal static class RowsBench
{
    private const int Rows = 1_000_000;
    private static readonly string[] Districts = ["Усть-Каменогорск", "Семей", "Риддер", "Аягозский район", "Глубоковский район", "Уланский район", "район Алтай"];
    private static readonly string[] Heads = ["month", "district", "settlement", "family", "category", "aid", "assigned", "paid", "source", "load"];

    // The same columns and kinds of cells as ours.
    private const string Data = """
        import sys, datetime
        rows = int(sys.argv[1]); path = sys.argv[2]
        districts = ["Усть-Каменогорск", "Семей", "Риддер", "Аягозский район", "Глубоковский район", "Уланский район", "район Алтай"]
        heads = ["month", "district", "settlement", "family", "category", "aid", "assigned", "paid", "source", "load"]
        day = datetime.date(2020, 1, 1)
        def row(i):
            return (day, districts[i % 7], "632810100", str(11400714819323198485 + i), "многодетная" if i % 2 else "малообеспеченная", "обусловленная", i * 1.25, i * 1.2, "social", 17)
        """;

    private const string OpenPyXl = Data + "\n" + """
        from openpyxl import Workbook
        book = Workbook(write_only=True); sheet = book.create_sheet("Rows"); sheet.append(heads)
        for i in range(rows): sheet.append(row(i))
        book.save(path)
        """;

    private const string XlsxWriter = Data + "\n" + """
        import xlsxwriter
        book = xlsxwriter.Workbook(path, {"constant_memory": True}); sheet = book.add_worksheet("Rows")
        date = book.add_format({"num_format": "dd.mm.yyyy"}); money = book.add_format({"num_format": "#,##0.00"})
        sheet.write_row(0, 0, heads)
        for i in range(rows):
            r = row(i); n = i + 1
            sheet.write_datetime(n, 0, r[0], date)
            for c in (1, 2, 3, 4, 5, 8): sheet.write_string(n, c, r[c])
            sheet.write_number(n, 6, r[6], money); sheet.write_number(n, 7, r[7], money); sheet.write_number(n, 9, r[9])
        book.close()
        """;

    public static async Task RunAsync(int rounds, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var (ours, openPyXl, xlsxWriter) = (new Measured(), new Measured(), new Measured());
        var (one, two, three) = (Path.Combine(folder.Path, "ours.xlsx"), Path.Combine(folder.Path, "openpyxl.xlsx"), Path.Combine(folder.Path, "xlsxwriter.xlsx"));
        for (var round = 0; round < rounds; round++)
        {
            await ours.AddAsync(() => WriteAsync(one, cancellationToken));
            await openPyXl.AddAsync(() => PythonAsync(OpenPyXl, two, cancellationToken));
            await xlsxWriter.AddAsync(() => PythonAsync(XlsxWriter, three, cancellationToken));
        }

        string[] Line(string name, Measured measured, string file) =>
            [name, Number(measured.Median / 1000), Number(measured.Median / ours.Median), Number(new FileInfo(file).Length / 1048576.0)];
        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows of {Heads.Length} columns as a workbook; this process held at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB"),
            ["", "s", "ratio", "MB"],
            Line("ours, a stream", ours, one),
            Line("XlsxWriter, constant_memory", xlsxWriter, three),
            Line("openpyxl, write-only", openPyXl, two));
    }

    private static async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var day = new DateOnly(2020, 1, 1);
        var row = -1;
        await using var file = File.Create(path);
        await using var workbook = new StreamedWorkbook(file, "dd.mm.yyyy");
        await workbook.WriteRowsAsync("Rows", Heads, [.. Heads.Select(_ => 16.0)], () => ++row < Rows, sheet =>
        {
            sheet.Day(day);
            sheet.Text(Districts[row % 7]);
            sheet.Text("632810100");
            sheet.Key(11400714819323198485 + (ulong)row);
            sheet.Text(row % 2 == 1 ? "многодетная" : "малообеспеченная");
            sheet.Text("обусловленная");
            sheet.Money(row * 1.25m);
            sheet.Money(row * 1.2m);
            sheet.Text("social");
            sheet.Integer(17);
        }, cancellationToken);
        await workbook.FinishAsync("About", "Rows", [("Rows", (long)Rows)], cancellationToken);
    }

    private static async Task PythonAsync(string script, string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", script, Rows.ToString(CultureInfo.InvariantCulture), path]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var complaint = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Python ended with {process.ExitCode}. The peers come with: apt-get install python3-openpyxl python3-xlsxwriter. {complaint}");
        }
    }

    private static string Number(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
