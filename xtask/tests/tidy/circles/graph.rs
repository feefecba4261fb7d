//! Which file of a crate imports which, and the shortest way round.
//!
//! Never asks what a file is for.

use super::outline::Path;
use super::resolve::Crate;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(crate) struct Import {
    pub(crate) from: String,
    pub(crate) line: usize,
    /// As it is written.
    pub(crate) path: String,
    pub(crate) to: String,
}

/// For each file what it imports, each other file once, by the first line that does.
type Graph = BTreeMap<String, BTreeMap<String, Import>>;

/// The shortest circle: each import leads to the file of the next, the last one to the first.
pub(crate) fn shortest_circle(it: &Crate) -> Option<Vec<Import>> {
    let mut graph = graph(it);
    let files: Vec<String> = graph.keys().cloned().collect();
    let circles = files.iter().filter_map(|file| way_back(&graph, file));
    let circle = circles.min_by_key(Vec::len)?;
    let steps = circle.iter().zip(circle.iter().cycle().skip(1));
    Some(steps.filter_map(|(from, to)| graph.get_mut(from)?.remove(to)).collect())
}

/// The files on the shortest way from this file to itself, itself first.
fn way_back(graph: &Graph, start: &str) -> Option<Vec<String>> {
    let mut came_from = BTreeMap::<&str, &str>::new();
    let mut open = VecDeque::from([start]);
    while let Some(file) = open.pop_front() {
        for next in graph.get(file).into_iter().flat_map(BTreeMap::keys) {
            if next == start {
                let before = std::iter::successors(Some(file), |file| came_from.get(file).copied());
                let mut way: Vec<String> = before.map(str::to_owned).collect();
                way.reverse();
                return Some(way);
            }
            if !came_from.contains_key(next.as_str()) {
                came_from.insert(next, file);
                open.push_back(next);
            }
        }
    }
    None
}

fn graph(it: &Crate) -> Graph {
    let mut graph = Graph::new();
    for (from, outline) in &it.outlines {
        let uses = outline.uses.iter().filter(|it| !it.is_handed_on).map(|it| (&it.scope, &it.leaf.path, it.leaf.line));
        let mentions = outline.mentions.iter().map(|it| (&it.scope, &it.path, it.line));
        let mut imports: Vec<_> = uses.chain(mentions).collect();
        imports.sort_by_key(|(_, _, line)| *line);
        let found = graph.entry(from.clone()).or_default();
        for (scope, path, line) in imports {
            for to in leaned_on(it, from, scope, path) {
                let import = Import { from: from.clone(), line, path: path.join("::"), to: to.clone() };
                found.entry(to).or_insert(import);
            }
        }
    }
    graph
}

/// Every file that one import leans on.
fn leaned_on(it: &Crate, from: &str, scope: &Path, path: &Path) -> BTreeSet<String> {
    let way = it.way(scope, path);
    let mut found: BTreeSet<String> = way.last().into_iter().map(|file| (*file).to_owned()).collect();
    // From outside, a module is one address: its file with all that it hands on.
    let mut open: Vec<&str> = way.into_iter().filter(|file| !it.is_inside(from, file)).collect();
    let mut seen = BTreeSet::new();
    while let Some(file) = open.pop() {
        if seen.insert(file) {
            let handed_on = it.outlines.get(file).into_iter().flat_map(|outline| &outline.uses).filter(|it| it.is_handed_on);
            open.extend(handed_on.flat_map(|handed| it.way(&handed.scope, &handed.leaf.path)));
        }
    }
    found.extend(seen.into_iter().map(str::to_owned));
    found.remove(from);
    found
}
