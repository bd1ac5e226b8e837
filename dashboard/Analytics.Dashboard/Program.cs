return await Analytics.Dashboard.Commands.CommandLine.RunAsync(args);
