using Analytics.Etl.Privacy;
using Analytics.Etl.Targets.Upload;
using Analytics.Warehouse.Targets;

namespace Analytics.Dashboard.Targets;

/// <summary>
/// Everything that people can write about targets, from the page and the command line; who may do it is decided here when there is a
/// sign-in. Until then the author is who he says he is.
/// </summary>
public sealed class TargetOperations(TargetUpload upload, TargetLedger ledger, TimeProvider clock)
{
    /// <summary>The author where none is given.</summary>
    public const string Operator = "operator";

    private const int LongestText = 2_000;
    private const int LongestName = 200;

    /// <summary>Brings the plans of a workbook into the ledger.</summary>
    public Task<UploadResult> UploadAsync(Stream content, UploadRequest request, CancellationToken cancellationToken) =>
        upload.RunAsync(content, request with { Author = Named(request.Author) }, cancellationToken);

    /// <summary>Adds an entry about a target off plan.</summary>
    /// <returns>The name of the field that is wrong, or null when the entry is stored.</returns>
    public async Task<string?> WriteAsync(TargetAction action, CancellationToken cancellationToken)
    {
        var wrong = action switch
        {
            { Owner.Length: 0 or > LongestName } => "owner",
            // A national identifier has no place in a text.
            _ when Pseudonyms.LooksLikeIdentifier(action.Owner) => "owner",
            _ when Pseudonyms.LooksLikeIdentifier(action.Explanation) => "explanation",
            _ when Pseudonyms.LooksLikeIdentifier(action.Measure) => "measure",
            { Explanation.Length: > LongestText } => "explanation",
            { Measure.Length: 0 or > LongestText } => "measure",
            { DueDate: null or { Year: < 2000 or > 2100 } } => "due",
            { RecordedBy.Length: > LongestName } => "author",
            _ => null,
        };
        if (wrong is null)
        {
            await ledger.AddAsync(action with { RecordedBy = Named(action.RecordedBy), RecordedAt = clock.GetUtcNow() }, cancellationToken);
        }

        return wrong;
    }

    private static string Named(string author) => author.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : Operator;
}
