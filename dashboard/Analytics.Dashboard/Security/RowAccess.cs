namespace Analytics.Dashboard.Security;

/// <summary>
/// Who may see the rows behind figures. Until people sign in it is one answer for all: <c>Rows:Enabled</c>, by default only where the
/// data are the demo's.
/// </summary>
public sealed class RowAccess(IConfiguration configuration)
{
    public bool IsAllowed { get; } = configuration.GetValue<bool?>("Rows:Enabled") ?? configuration.GetValue<bool>("Demo:Enabled");
}
