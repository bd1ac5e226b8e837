namespace Analytics.Etl.Loading;

/// <summary>A unit was not published. The message names the unit and what to do; the warehouse still holds its last verified rows.</summary>
public class LoadException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <exception cref="LoadException">It does not hold.</exception>
    internal static void Unless(bool holds, UnitKey unit, string otherwise)
    {
        if (!holds)
        {
            throw new LoadException($"{unit} is not published: {otherwise}.");
        }
    }
}
