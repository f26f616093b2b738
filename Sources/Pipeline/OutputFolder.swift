// Where runs are built, published and pruned: a run appears whole by one rename, or not at all.

import Dispatch
import Glibc
import Synchronization

/// The output folder: `runs/<run>`, the link `current`, and `.building-<run>` while a run is being built.
struct OutputFolder: Sendable {
    let location: String

    private static let buildingPrefix = ".building-"

    /// Makes the folder if it is missing, for its owner only.
    ///
    /// - Parameter input: the folder of the lists, in which no run may be published: the next would read its reports.
    /// - Throws: `RunFailure` (usage) when something else has that name, (failed) when it can't be made or written to.
    func prepare(outside input: String) throws(RunFailure) {
        guard !location.isEmpty else { throw .usage("--output names no folder") }
        var status = stat()
        let parent = location.lastIndex(of: "/").map { $0 == location.startIndex ? "/" : String(location[..<$0]) }
        let place = realPath(location) ?? realPath(parent ?? ".")
        if let place, let input = realPath(input), (place + "/").hasPrefix(input + "/") {
            throw .usage("\(location): lies in the input folder, where the next run would read its reports as lists")
        }
        if stat(location, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .usage("\(location): is a file, not an output folder")
            }
        } else {
            try makeFolder(location)
        }
        guard access(location, W_OK | X_OK) == 0 else {
            throw .failed("\(location): can't be written to (\(systemMessage())); nothing was published")
        }
    }

    /// Removes what killed runs left behind; only to be called under the lock.
    func removeAbandonedBuilds() {
        for name in Self.names(in: location) where name.hasPrefix(Self.buildingPrefix) { remove(location + "/" + name) }
    }

    /// Makes an empty folder to build a run in.
    func beginBuilding(_ run: String) throws(RunFailure) -> String {
        let path = location + "/" + Self.buildingPrefix + run
        remove(path)
        try makeFolder(path)
        return path
    }

    /// Makes a folder for its owner only.
    func makeFolder(_ path: String) throws(RunFailure) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .failed("\(path): can't be made (\(systemMessage())); nothing was published")
        }
    }

    /// Removes a build that will not be published.
    func discard(_ building: String) { remove(building) }

    /// Writes everything of a build to the disk, moves it to `runs/<run>` and points `current` at it.
    ///
    /// A run of the same id (same inputs, decisions, pipeline and date) takes the place of the older one: it gets the free
    /// one of two folder names, and the other is removed once `current` points at the new one.
    /// - Returns: the folder's path.
    func publish(_ building: String, as run: String) throws(RunFailure) -> String {
        try sync(building)
        let runs = location + "/runs"
        try makeFolder(runs)
        let names = [run, run + "-again"]
        let name = currentRun == names[0] ? names[1] : names[0]
        let target = runs + "/" + name
        remove(target)
        guard rename(building, target) == 0 else {
            throw .failed("\(target): can't be published (\(systemMessage()))")
        }
        try sync(entry: runs)
        let link = location + "/current"
        let fresh = location + "/.current-new"
        unlink(fresh)
        guard symlink("runs/" + name, fresh) == 0, rename(fresh, link) == 0 else {
            let reason = systemMessage()
            unlink(fresh)
            remove(target)
            throw .failed("\(link): can't be pointed at the new run (\(reason))")
        }
        try sync(entry: location)
        for other in names where other != name { remove(runs + "/" + other) }
        return target
    }

    /// Removes the oldest runs beyond the number to keep, never the published one. Age is the folder's time of change.
    ///
    /// - Parameter spared: the id of a run that stays whatever its age: the one before the published one.
    func prune(keeping count: Int, sparing spared: String? = nil) {
        let published = currentRun
        for name in runsNewestFirst.dropFirst(count) where name != published {
            if let spared, name == spared || name == spared + "-again" { continue }
            remove(location + "/runs/" + name)
        }
    }

    /// The names of the folders under `runs/`, the last published first.
    var runsNewestFirst: [String] {
        let runs = location + "/runs"
        let aged = Self.names(in: runs).map { name in
            var status = stat()
            _ = stat(runs + "/" + name, &status)
            return (time: (status.st_mtim.tv_sec, status.st_mtim.tv_nsec), name: name)
        }
        return aged.sorted { ($0.time.0, $0.time.1, $0.name) > ($1.time.0, $1.time.1, $1.name) }.map(\.name)
    }

    /// The published run's folder name; nil before the first.
    var currentRun: String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes {
            guard let start = $0.baseAddress else { return -1 }
            return readlink(location + "/current", start.assumingMemoryBound(to: CChar.self), $0.count)
        }
        guard count > 0 else { return nil }
        let target = String(decoding: buffer[..<count], as: UTF8.self)
        return target.split(separator: "/").last.map(String.init)
    }

    /// The path without links; nil where there is nothing.
    private func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a file or a folder with all in it; what is not there is no mistake.
    private func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in Self.names(in: path) { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    /// Writes a folder with all in it to the disk: its files side by side, for a disk takes many at once as soon as one,
    /// then the folders that name them.
    private func sync(_ folder: String) throws(RunFailure) {
        var files: [String] = []
        var folders = [folder]
        var next = 0
        while next < folders.count {
            for name in Self.names(in: folders[next]) {
                let path = folders[next] + "/" + name
                var status = stat()
                guard lstat(path, &status) == 0 else { throw .failed("\(path): vanished (\(systemMessage()))") }
                if status.st_mode & S_IFMT == S_IFDIR { folders.append(path) } else { files.append(path) }
            }
            next += 1
        }
        let found = files
        let failures = Mutex<[(position: Int, failure: RunFailure)]>([])
        DispatchQueue.concurrentPerform(iterations: found.count) { position in
            do throws(RunFailure) {
                try sync(entry: found[position])
            } catch {
                failures.withLock { $0.append((position, error)) }
            }
        }
        if let first = failures.withLock({ $0.min { $0.position < $1.position } }) { throw first.failure }
        for folder in folders.reversed() { try sync(entry: folder) }
    }

    /// Writes one file or folder entry to the disk.
    private func sync(entry path: String) throws(RunFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed("\(path): can't be opened to sync (\(systemMessage()))") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failed("\(path): can't be written to disk (\(systemMessage()))") }
    }
}
