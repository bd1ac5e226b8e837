namespace Analytics.Etl.Publishing;

/// <summary>The number in force after an attempt to publish, when it is known, and what happened.</summary>
public sealed record PublishResult(long? Number, PublishOutcome Outcome);
