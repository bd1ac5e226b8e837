namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>A layer cannot be drawn. The message names the file and what to do, for the operator.</summary>
public sealed class LayerException : Exception
{
    public LayerException(string message)
        : base(message)
    {
    }

    public LayerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public LayerException()
    {
    }
}
