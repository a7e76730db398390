using SupportAgents.Silo.Verbs;

if (await SupportVerbs.TryRun(args) is { } exitCode)
    return exitCode;
return 0;
