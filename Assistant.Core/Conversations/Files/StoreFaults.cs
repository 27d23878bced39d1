namespace Assistant.Core.Conversations.Files;

/// <summary>Says what a file system's refusal means to a person.</summary>
internal static class StoreFaults
{
    // ENOSPC of Linux and macOS, EDQUOT of Linux, and ERROR_DISK_FULL of Windows, as .NET reports them.
    private static readonly int[] Full = [28, 122, unchecked((int)0x80070070)];

    public static async Task<T> TranslateAsync<T>(Func<Task<T>> access)
    {
        try
        {
            return await access();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConversationStoreException(
                Full.Contains(failure.HResult)
                    ? "Conversations cannot be kept, because the disk is full: make room, and try again."
                    : "Conversations cannot be read or kept: check that the data folder is there and may be written to, and try again.",
                failure);
        }
    }
}
