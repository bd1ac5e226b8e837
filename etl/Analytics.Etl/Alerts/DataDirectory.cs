namespace Analytics.Etl.Alerts;

/// <summary>The directory in which the program keeps everything.</summary>
public sealed record DataDirectory(string Path);
