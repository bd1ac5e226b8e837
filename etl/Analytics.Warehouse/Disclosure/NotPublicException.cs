namespace Analytics.Warehouse.Disclosure;

/// <summary>The public edition of a year is not there: its small numbers are not protected yet, or cannot be. No figure is shown instead of an unprotected one.</summary>
public sealed class NotPublicException(int year, ProtectionState state) : Exception(state == ProtectionState.Refused
    ? $"The figures of {year} are not published: their small numbers cannot be hidden so that nobody can compute them."
    : $"The figures of {year} are not published yet: their small numbers are being hidden. Try again in a few minutes.")
{
    public int Year { get; } = year;

    public ProtectionState State { get; } = state;
}
