// Memory that was freed, given back: a stage's working memory should not stand beside that of the next.

/// The C library's allocator, as a run of millions of rows needs it.
enum FreedMemory {
    /// Lets all threads take memory from one place, so that what one frees serves the others.
    ///
    /// glibc otherwise keeps an arena a thread, each with what was freed there. To be called before threads are started.
    static func share() { _ = setOption(Self.arenaLimit, 1) }

    /// Hands free memory back to the system.
    static func giveBack() { _ = trim(0) }

    /// `M_ARENA_MAX` of malloc.h.
    private static let arenaLimit: Int32 = -8
}

// malloc.h is no part of Swift's module of the C library.
@_silgen_name("mallopt") private func setOption(_ option: Int32, _ value: Int32) -> Int32
@_silgen_name("malloc_trim") private func trim(_ padding: Int) -> Int32
