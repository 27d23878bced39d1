using Assistant.Bench;

return args switch
{
    ["model", .. var rest] => await ModelCommand.RunAsync(rest),
    _ => Usage.Show(),
};
