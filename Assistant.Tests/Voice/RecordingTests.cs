using System.Text;
using Assistant.Core.Voice;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Voice;

public sealed class RecordingTests
{
    [Theory]
    [InlineData("1A45DFA3", "audio/webm;codecs=opus", "audio/webm")]
    [InlineData("4F676753", "audio/ogg", "audio/ogg")]
    [InlineData("0000002066747970", "audio/mp4", "audio/mp4")]
    [InlineData("664C6143", "audio/flac", "audio/flac")]
    [InlineData("494433", "audio/mpeg", "audio/mpeg")]
    [InlineData("FFFB", "audio/mp3", "audio/mpeg")]
    [InlineData("1A45DFA3", "video/webm", "audio/webm")]
    [InlineData("1A45DFA3", "audio/wav", "audio/webm")]
    [InlineData("4F676753", "", "audio/ogg")]
    public void A_recording_is_what_it_begins_with_whatever_it_is_called(string start, string declared, string expected)
    {
        var recording = Recording.Of([.. Convert.FromHexString(start), .. new byte[200]], declared);

        Assert.Equal(expected, recording.MediaType);
    }

    [Fact]
    public void A_WAV_file_is_taken() => Assert.Equal("audio/wav", Recording.Of(FakeTone.Of(TimeSpan.FromSeconds(1)), "audio/wav").MediaType);

    [Fact]
    public void A_WAV_file_may_hold_other_things_before_its_sound()
    {
        var tone = FakeTone.Of(TimeSpan.FromSeconds(1));
        byte[] junk = [.. "JUNK"u8, 4, 0, 0, 0, 1, 2, 3, 4];

        Assert.Equal("audio/wav", Recording.Of([.. tone[..12], .. junk, .. tone[12..]], "audio/wav").MediaType);
    }

    [Theory]
    [InlineData("text/plain", RecordingFault.UnknownType)]
    [InlineData("image/png", RecordingFault.UnknownType)]
    [InlineData("audio/webm", RecordingFault.Unreadable)]
    public void What_is_no_sound_is_refused_with_a_sentence(string declared, RecordingFault fault)
    {
        var refusal = Assert.Throws<RecordingException>(() => Recording.Of(Encoding.UTF8.GetBytes("This is no sound at all."), declared));

        Assert.Equal(fault, refusal.Fault);
        Assert.EndsWith(".", refusal.Message);
    }

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Equal(RecordingFault.Empty, Assert.Throws<RecordingException>(() => Recording.Of([], "audio/webm")).Fault);

    [Fact]
    public void A_slip_of_the_finger_is_refused() =>
        Assert.Equal(RecordingFault.TooShort, Assert.Throws<RecordingException>(() => Recording.Of(FakeTone.Of(TimeSpan.FromSeconds(0.2)), "audio/wav")).Fault);

    [Fact]
    public void More_than_two_minutes_are_refused() =>
        Assert.Equal(RecordingFault.TooLong, Assert.Throws<RecordingException>(() => Recording.Of(FakeTone.Of(TimeSpan.FromMinutes(2.1)), "audio/wav")).Fault);

    [Fact]
    public void More_than_25_MB_are_refused() =>
        Assert.Equal(RecordingFault.TooLong, Assert.Throws<RecordingException>(() => Recording.Of(new byte[VoiceLimits.RecordingBytes + 1], "audio/webm")).Fault);

    [Theory]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(43)]
    public void A_WAV_file_that_ends_in_its_header_is_refused(int length) =>
        Assert.Equal(
            RecordingFault.Unreadable,
            Assert.Throws<RecordingException>(() => Recording.Of(FakeTone.Of(TimeSpan.FromSeconds(1))[..length], "audio/wav")).Fault);
}
