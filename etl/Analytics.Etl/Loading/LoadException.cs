namespace Analytics.Etl.Loading;

/// <summary>A unit was not published. The message names the unit and what to do; the warehouse still holds its last verified rows.</summary>
public class LoadException(LoadMessage told, Exception? inner = null) : Exception(told.Text, inner)
{
    /// <summary>The message, for every language.</summary>
    public LoadMessage Told { get; } = told;

    /// <param name="holds">What must hold.</param>
    /// <param name="otherwise">Code of the sentence that tells that it does not.</param>
    /// <param name="arguments">What fills the places of the sentence.</param>
    /// <exception cref="LoadException">It does not hold.</exception>
    internal static void Unless(bool holds, string otherwise, params IReadOnlyList<object> arguments)
    {
        if (!holds)
        {
            throw new LoadException(new(otherwise, arguments));
        }
    }
}
