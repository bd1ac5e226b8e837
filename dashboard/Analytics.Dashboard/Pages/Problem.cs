using Analytics.Warehouse.Disclosure;

namespace Analytics.Dashboard.Pages;

/// <summary>An answer without figures: its status and the key of its texts (<c>{Texts}.{Key}.title</c>, <c>.text</c>).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Key">Key of the texts.</param>
public sealed record Problem(int Status, string Key)
{
    public static Problem Loading { get; } = new(StatusCodes.Status503ServiceUnavailable, "loading");

    public static Problem Restarting { get; } = new(StatusCodes.Status503ServiceUnavailable, "restarting");

    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "not_found");

    public static Problem Broken { get; } = new(StatusCodes.Status500InternalServerError, "broken");

    /// <summary>The public asks for a year whose small numbers are not hidden yet, or cannot be.</summary>
    public static Problem NotPublic(ProtectionState state) => state == ProtectionState.Refused
        ? new(StatusCodes.Status404NotFound, "public_refused")
        : new(StatusCodes.Status503ServiceUnavailable, "public_pending");

    /// <summary>Rows behind figures are not shown to whoever asks.</summary>
    public static Problem NoRightToRows { get; } = new(StatusCodes.Status403Forbidden, "forbidden") { Texts = "rows" };

    /// <summary>First word of the keys of the texts.</summary>
    public string Texts { get; private init; } = "problem";

    public WrongParameter? Parameter { get; private init; }

    /// <summary>True when waiting helps: the page asks again by itself.</summary>
    public bool PassesByItself => Status == StatusCodes.Status503ServiceUnavailable;

    public static Problem Wrong(WrongParameter parameter) => new(StatusCodes.Status400BadRequest, "wrong_parameter") { Parameter = parameter };
}
