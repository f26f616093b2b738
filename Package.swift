// swift-tools-version: 6.2
// The house of sapxep: three stages that never import each other, the vocabulary they share, and the run that strings
// them together. See Documentation/architecture.md for what lives where.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "sapxep",
    products: [
        .executable(name: "sapxep", targets: ["sapxep"]),
        // What the measuring and fuzzing packages build on.
        .library(name: "Tabular", targets: ["Tabular", "Vietnamese"]),
        .library(name: "Stages", targets: ["Personnel", "Extract", "Transform", "SampleData"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        .target(name: "Personnel", swiftSettings: strict),
        .target(name: "Vietnamese", swiftSettings: strict),
        .target(name: "Tabular", dependencies: ["Vietnamese", "CLibXML2", "CLibZip"], swiftSettings: strict),

        .target(name: "Extract", dependencies: ["Personnel", "Vietnamese", "Tabular"], swiftSettings: strict),
        .target(name: "Transform", dependencies: ["Personnel", "Vietnamese"], swiftSettings: strict),
        .target(
            name: "Load",
            dependencies: [
                "Personnel",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),

        .target(
            name: "Pipeline",
            dependencies: [
                "Personnel", "Vietnamese", "Tabular", "Extract", "Transform", "Load", "Yams",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(name: "SampleData", dependencies: ["Personnel", "Vietnamese"], swiftSettings: strict),
        .executableTarget(
            name: "sapxep",
            dependencies: [
                "Pipeline", "SampleData",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(name: "PersonnelTests", dependencies: ["Personnel"], swiftSettings: strict),
        .testTarget(name: "VietnameseTests", dependencies: ["Vietnamese"], swiftSettings: strict),
        .testTarget(name: "TabularTests", dependencies: ["Tabular"], exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "ExtractTests", dependencies: ["Extract"], swiftSettings: strict),
        .testTarget(name: "TransformTests", dependencies: ["Transform"], swiftSettings: strict),
        .testTarget(name: "LoadTests", dependencies: ["Load"], swiftSettings: strict),
        .testTarget(name: "PipelineTests", dependencies: ["Pipeline"], swiftSettings: strict),
        .testTarget(name: "SampleDataTests", dependencies: ["SampleData", "Pipeline"], swiftSettings: strict),
        .testTarget(name: "EndToEndTests", dependencies: ["sapxep"], swiftSettings: strict),
    ]
)
