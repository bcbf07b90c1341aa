import DossierTesting
import Foundation
import Testing

/// The targets of the fuzzer with its corpus, and with the same mutations of it on every run. `make fuzz` looks for more inputs.
@Suite struct FuzzTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  private static func inputs(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = corpus.appendingPathComponent(target.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }

  /// The corpus contains samples, and every input that failed once.
  @Test(arguments: FuzzTarget.allCases) func `the properties of a target hold for its corpus`(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target)
    #expect(inputs.count >= 3)
    for (name, bytes) in inputs {
      if let failure = target.failure(on: bytes) { Issue.record("\(target.rawValue)/\(name): \(failure)") }
    }
  }

  @Test(arguments: FuzzTarget.allCases) func `the properties of a target hold for changed inputs`(_ target: FuzzTarget) throws {
    // A failure of an input that is too large to read would hide the change.
    let inputs = try Self.inputs(of: target).map(\.bytes).filter { $0.count <= 4096 }
    var mutation = Mutation(of: inputs, seed: 42001)
    for _ in 0..<(target.rounds * Seeded.rounds) {
      let bytes = mutation.next()
      if let failure = target.failure(on: bytes) {
        Issue.record("\(failure)\n\(Data(bytes).base64EncodedString())")
        return
      }
    }
  }

  @Test func `every folder of the corpus belongs to a target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
    #expect(Set(folders) == Set(FuzzTarget.allCases.map(\.rawValue)))
  }

  /// Otherwise an editor that refuses every edit would have all properties of an edit.
  @Test(arguments: ["edits.yaml", "flow.yaml", "risks.yaml"]) func `edits of a register are checked`(_ name: String) throws {
    let file = Self.corpus.appendingPathComponent("registers/\(name)")
    #expect(try RegistersTarget.run(Array(try Data(contentsOf: file))) > 1)
  }

  /// The order of two equal runs cannot differ, because a failure must be repeatable.
  @Test func `mutations are the same on every run`() {
    let inputs = [Array("one".utf8), Array("two".utf8)]
    var (first, second) = (Mutation(of: inputs, seed: 1), Mutation(of: inputs, seed: 1))
    let made = (0..<100).map { _ in first.next() }
    #expect(made == (0..<100).map { _ in second.next() })
    #expect(Set(made).count > 50)
  }
}

extension FuzzTarget {
  /// The number of changed inputs in the suite. A target that starts another program gets few.
  fileprivate var rounds: Int { self == .allowedSigners ? 40 : 400 }
}
