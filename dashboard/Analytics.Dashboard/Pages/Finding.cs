using Analytics.Dashboard.Pages.Tables;

namespace Analytics.Dashboard.Pages;

/// <summary>A heading that states what was found, with the marks of its notes.</summary>
public sealed record Finding(string Text, IReadOnlyList<NoteMark> Marks);
