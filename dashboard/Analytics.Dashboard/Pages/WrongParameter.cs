namespace Analytics.Dashboard.Pages;

/// <summary>A parameter of the address that cannot be understood, and what would be.</summary>
public sealed record WrongParameter(string Name, string Value, IReadOnlyCollection<string> Allowed);
