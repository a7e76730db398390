using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SupportAgents.Bench.Understanding;

/// <summary>
/// Time that the current thread worked. Where the system tells it (Linux), what others do on the machine does not count;
/// elsewhere it is the time that passed.
/// </summary>
internal static partial class ThreadTime
{
    private const int ThreadProcessorTime = 3;

    /// <summary>Milliseconds since some moment.</summary>
    public static double Milliseconds => OperatingSystem.IsLinux() && ClockGetTime(ThreadProcessorTime, out var time) == 0
        ? time.Seconds * 1e3 + time.Nanoseconds / 1e6
        : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
