using Analytics.Etl.Sources.Files;
using Analytics.Warehouse.Targets;

namespace Analytics.Etl.Targets.Upload;

/// <summary>Brings the plans of a workbook into the ledger: all of them or, when a cell is wrong, none.</summary>
public sealed class TargetUpload(TargetLedger ledger, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Checks the file and, unless it is a dry run, stores what is new.</summary>
    public async Task<UploadResult> RunAsync(Stream content, UploadRequest request, CancellationToken cancellationToken)
    {
        // A button pressed twice is answered one after the other, so that the second finds nothing new.
        await one.WaitAsync(cancellationToken);
        try
        {
            var (read, plans) = Read(content, request);
            if (!read.IsRight)
            {
                return read;
            }

            // What any publication has: the newest entries are those.
            var book = await ledger.BookAsync(long.MaxValue, cancellationToken);
            var added = plans.Where(plan => !IsKnown(book, plan)).ToList();
            if (added.Count > 0 && !request.IsDryRun)
            {
                await ledger.AddAsync(added, cancellationToken);
            }

            return read with { Added = added, Unchanged = plans.Count - added.Count };
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>The plans of a file, or all that is wrong with it.</summary>
    internal (UploadResult Result, IReadOnlyList<TargetVersion> Plans) Read(Stream content, UploadRequest request)
    {
        var errors = new List<UploadError>();
        var ignored = new List<string>();
        var plans = new List<(TargetVersion Plan, string Place)>();
        var empty = 0;
        try
        {
            if (SafeWorkbook.Refuse(content) is { } rule)
            {
                errors.Add(new UploadError(rule, "", SafeWorkbook.LargestFile >> 20));
            }
            else
            {
                using var file = new XlsxFile(content);
                ReadSheets(file, request, plans, errors, ignored, ref empty);
            }
        }
        catch (FileException exception)
        {
            errors.Add(new UploadError(exception));
        }

        AddDuplicates(plans, errors);
        var name = Path.GetFileName(request.FileName) is var file1 && file1.Length > 120 ? file1[..120] : Path.GetFileName(request.FileName);
        var versions = plans.Select(plan => plan.Plan with
        {
            Origin = TargetOrigin.Upload, Place = $"{name} {plan.Place}", RecordedBy = request.Author, RecordedAt = clock.GetUtcNow(),
        });
        return (new UploadResult(errors, [], 0, empty, ignored, request.IsDryRun), errors.Count > 0 ? [] : [.. versions]);
    }

    private static void ReadSheets(
        XlsxFile file, UploadRequest request, List<(TargetVersion, string)> plans, List<UploadError> errors, List<string> ignored, ref int empty)
    {
        var tables = 0;
        (SheetGrid Sheet, TargetHeads Heads)? nearest = null;
        foreach (var name in file.Sheets)
        {
            var sheet = SheetGrid.Read(file, name);
            if (TargetHeads.Find(sheet, out var nearly) is not { } heads)
            {
                nearest ??= nearly is null ? null : (sheet, nearly);
                continue;
            }

            tables++;
            var wrong = new List<UploadError>();
            var rows = new TargetRows(sheet, heads, request, wrong);
            if (heads.IsWide)
            {
                // In the wide form a column that nobody knows may be a plan that would be lost.
                errors.AddRange(heads.Unknown.Select(head => new UploadError("column_unknown", sheet.Address(heads.Row, head.Column), head.Head)));
            }
            else
            {
                ignored.AddRange(heads.Unknown.Select(head => head.Head));
                ignored.AddRange(heads.Wide.Select(head => sheet[heads.Row, head.Column].Text.Trim()));
            }

            plans.AddRange(rows.Read());
            errors.AddRange(wrong.OrderBy(error => error.Position));
            empty += rows.Empty;
        }

        if (tables == 0)
        {
            errors.Add(nearest is { } near
                ? new UploadError("columns_missing", near.Sheet.Address(near.Heads.Row, 0), string.Join(", ", near.Heads.Missing))
                : new UploadError("header_missing", file.Sheets.Count > 0 ? file.Sheets[0] : ""));
        }
        else if (plans.Count == 0 && errors.Count == 0)
        {
            errors.Add(new UploadError("no_plans", ""));
        }
    }

    private static void AddDuplicates(List<(TargetVersion Plan, string Place)> plans, List<UploadError> errors)
    {
        foreach (var same in plans.GroupBy(plan => Decree(plan.Plan)).Where(group => group.Count() > 1))
        {
            errors.AddRange(same.Skip(1).Select(plan => new UploadError("duplicate", plan.Place, same.First().Place)));
        }
    }

    // The last word of the same decree about the same plan is the one that counts.
    private static bool IsKnown(TargetBook book, TargetVersion plan) => book.History(plan.Indicator, plan.TerritoryId, plan.Year)
        .LastOrDefault(version => version.BelongsTo(book.Publication) && Decree(version) == Decree(plan))?.Content == plan.Content;

    private static (string, uint, int, TargetStage, string, DateOnly?) Decree(TargetVersion plan) =>
        (plan.Indicator, plan.TerritoryId, plan.Year, plan.Stage, plan.DecreeNumber, plan.DecreeDate);
}
