namespace Analytics.Etl.Demo.Tables;

/// <summary>What a <see cref="DemoValue"/> holds.</summary>
internal enum DemoValueKind
{
    Nothing,
    Number,
    Text,
    Day,
}
