using Assistant.Bench;

return args switch
{
    ["model", .. var rest] => await ModelCommand.RunAsync(rest),
    ["page", .. var rest] => await PageCommand.RunAsync(rest),
    ["reader"] => await ReaderCommand.RunAsync(),
    _ => Usage.Show(),
};
