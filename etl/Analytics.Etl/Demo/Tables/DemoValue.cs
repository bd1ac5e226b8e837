namespace Analytics.Etl.Demo.Tables;

/// <summary>A value of a row, without boxing: text, a whole number, a day or nothing.</summary>
internal readonly struct DemoValue
{
    private DemoValue(DemoValueKind kind, long number, string? text)
    {
        Kind = kind;
        Number = number;
        Text = text;
    }

    public DemoValueKind Kind { get; }

    /// <summary>The whole number, or the day's number.</summary>
    public long Number { get; }

    public string? Text { get; }

    public DateOnly Day => DateOnly.FromDayNumber((int)Number);

    public static implicit operator DemoValue(long number) => new(DemoValueKind.Number, number, null);

    public static implicit operator DemoValue(long? number) => number is { } known ? known : default(DemoValue);

    public static implicit operator DemoValue(string? text) => text is null ? default : new(DemoValueKind.Text, 0, text);

    public static implicit operator DemoValue(DateOnly day) => new(DemoValueKind.Day, day.DayNumber, null);

    public static implicit operator DemoValue(DateOnly? day) => day is { } known ? known : default(DemoValue);
}
