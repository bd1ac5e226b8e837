namespace Analytics.Dashboard.Api;

/// <summary>A question that cannot be asked: which parameter is wrong and what it may be.</summary>
public sealed class WrongQueryException(string parameter, string message) : Exception(message)
{
    public string Parameter { get; } = parameter;
}
