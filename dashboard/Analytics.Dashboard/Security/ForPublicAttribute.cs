namespace Analytics.Dashboard.Security;

/// <summary>Marks an address whose answer to the public passes the disclosure gate. All others are for the office only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForPublicAttribute : Attribute;
