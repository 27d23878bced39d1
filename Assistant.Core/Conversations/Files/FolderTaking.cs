using Microsoft.Extensions.Hosting;

namespace Assistant.Core.Conversations.Files;

/// <summary>Takes the folder of the conversations when the program starts, so that a second one says so before anybody uses it.</summary>
internal sealed class FolderTaking(FileConversationStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Open();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
