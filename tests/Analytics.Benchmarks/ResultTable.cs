namespace Analytics.Benchmarks;

/// <summary>Results as a Markdown table on standard output.</summary>
internal static class ResultTable
{
    public static void Write(string title, string[] header, params IEnumerable<string[]> rows)
    {
        Console.WriteLine($"\n### {title}\n");
        Console.WriteLine(Line(header));
        Console.WriteLine(Line([.. header.Select((_, column) => column == 0 ? "---" : "---:")]));
        foreach (var row in rows)
        {
            Console.WriteLine(Line(row));
        }
    }

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
