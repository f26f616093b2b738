// The time of day and the time of the processors, read in one place only.

import Glibc

/// The clock of a run; a fixed one in tests.
public struct RunClock: Sendable {
    /// Seconds since 1970, UTC.
    public var now: @Sendable () -> Double
    /// Seconds that all threads of the process together have spent on processors.
    public var processor: @Sendable () -> Double

    public init(now: @escaping @Sendable () -> Double, processor: @escaping @Sendable () -> Double = { 0 }) {
        self.now = now
        self.processor = processor
    }

    /// The system's clock.
    public static let system = RunClock(
        now: { seconds(of: CLOCK_REALTIME) }, processor: { seconds(of: CLOCK_PROCESS_CPUTIME_ID) })

    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A time as ISO 8601 in UTC (`2025-07-01T02:00:00Z`), whatever the machine's zone.
    public static func text(_ seconds: Double) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        func padded(_ number: Int32, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return padded(parts.tm_year + 1900, 4) + "-" + padded(parts.tm_mon + 1) + "-" + padded(parts.tm_mday) + "T"
            + padded(parts.tm_hour) + ":" + padded(parts.tm_min) + ":" + padded(parts.tm_sec) + "Z"
    }
}
