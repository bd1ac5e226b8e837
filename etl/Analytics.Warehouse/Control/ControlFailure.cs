using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Warehouse.Control;

/// <summary>Tells failures of the control database, however the libraries between wrap them.</summary>
public static class ControlFailure
{
    /// <summary>True when the control database is away, broke off or cannot write.</summary>
    public static bool Is(Exception exception) => exception
        is DbException
        or DbUpdateException
        or InvalidOperationException { InnerException: DbException or DbUpdateException or TimeoutException or IOException };

    /// <summary>What happened, in words of the database itself.</summary>
    public static string Message(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return $"The control database does not answer: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Check that it runs and has free disk space.";
    }
}
