using Assistant.Bench;
using Assistant.Bench.Load;
using Assistant.Bench.Pages;
using Assistant.Bench.Plain;
using Assistant.Bench.Safety;
using Assistant.Bench.Talk;

return args switch
{
    ["model", .. var rest] => await ModelCommand.RunAsync(rest),
    ["page", .. var rest] => await PageCommand.RunAsync(rest),
    ["load", .. var rest] => await LoadCommand.RunAsync(rest),
    ["safety"] => await SafetyCommand.RunAsync(),
    ["plain", var endpoint, var name] => await PlainPages.RunAsync(new Uri(endpoint), name),
    ["crash", .. var rest] => await CrashCommand.RunAsync(rest),
    ["store"] => await StoreCommand.RunAsync(),
    ["reader"] => await ReaderCommand.RunAsync(),
    ["voice", .. var rest] => await VoiceCommand.RunAsync(rest),
    ["workspace"] => await WorkspaceCommand.RunAsync(),
    ["engine", .. var rest] => await EngineCommand.RunAsync(rest),
    _ => Usage.Show(),
};
