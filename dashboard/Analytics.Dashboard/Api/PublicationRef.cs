namespace Analytics.Dashboard.Api;

/// <summary>Which publication an answer comes from.</summary>
public sealed record PublicationRef(long Number, DateTimeOffset PublishedAt);
