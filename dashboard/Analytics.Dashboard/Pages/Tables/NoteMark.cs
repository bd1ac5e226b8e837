namespace Analytics.Dashboard.Pages.Tables;

/// <summary>A note as it stands beside a figure: its number on the page, and its text.</summary>
public sealed record NoteMark(int Number, string Text);
