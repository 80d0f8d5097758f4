# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of schemas share: the schema, the reader it is held against, and how."""

import functools
import json
import pathlib
import re
import subprocess
import tempfile

import tap

TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "null": lambda value: value is None,
}
NOTES = {"$schema", "$id", "$defs", "title", "description", "format"}

# Between them these are of no one type, and none is among the words of a choice.
WRONG_VALUES = [True, -1, 0.5, 10**18, "nonsense!", [], {}]


@functools.cache
def name_check(keyword):
    return "check_" + re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), keyword)


class Schema:
    """The part of JSON Schema, draft 2020-12, that ours uses; any other keyword is an error."""

    def __init__(self, schema):
        self.root = schema

    def resolve(self, schema):
        while "$ref" in schema:
            target = self.root
            for part in schema["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            schema = {**target, **{key: schema[key] for key in schema if key != "$ref"}}
        return schema

    def complain(self, value, schema=None, path=""):
        schema = self.resolve(self.root if schema is None else schema)
        for keyword, argument in schema.items():
            if keyword in NOTES:
                continue
            check = getattr(self, name_check(keyword))
            for complaint in check(value, argument, schema, path):
                yield complaint

    def check_type(self, value, types, schema, path):
        if not any(TYPES[name](value) for name in ([types] if isinstance(types, str) else types)):
            yield f"{path}: not of type {types}"

    def check_const(self, value, expected, schema, path):
        if value != expected or isinstance(value, bool):
            yield f"{path}: not {expected}"

    def check_enum(self, value, words, schema, path):
        if value not in words:
            yield f"{path}: none of {words}"

    def check_minimum(self, value, minimum, schema, path):
        if TYPES["number"](value) and value < minimum:
            yield f"{path}: below {minimum}"

    def check_maximum(self, value, maximum, schema, path):
        if TYPES["number"](value) and value > maximum:
            yield f"{path}: above {maximum}"

    def check_pattern(self, value, pattern, schema, path):
        if isinstance(value, str) and not re.search(pattern, value):
            yield f"{path}: not as {pattern}"

    def check_required(self, value, names, schema, path):
        for name in names:
            if isinstance(value, dict) and name not in value:
                yield f"{path}.{name}: missing"

    def check_properties(self, value, properties, schema, path):
        for name, member in properties.items():
            if isinstance(value, dict) and name in value:
                yield from self.complain(value[name], member, f"{path}.{name}")

    def check_additional_properties(self, value, member, schema, path):
        for name in value if isinstance(value, dict) else ():
            if name not in schema.get("properties", {}):
                if member is False:
                    yield f"{path}.{name}: not known"
                else:
                    yield from self.complain(value[name], member, f"{path}.{name}")

    def check_items(self, value, item, schema, path):
        for index, element in enumerate(value if isinstance(value, list) else ()):
            yield from self.complain(element, item, f"{path}[{index}]")

    def check_max_items(self, value, maximum, schema, path):
        if isinstance(value, list) and len(value) > maximum:
            yield f"{path}: more than {maximum}"

    def check_unique_items(self, value, is_unique, schema, path):
        if is_unique and isinstance(value, list) and len(set(map(json.dumps, value))) < len(value):
            yield f"{path}: something is there twice"

    def check_min_properties(self, value, minimum, schema, path):
        if isinstance(value, dict) and len(value) < minimum:
            yield f"{path}: fewer than {minimum}"

    def check_max_properties(self, value, maximum, schema, path):
        if isinstance(value, dict) and len(value) > maximum:
            yield f"{path}: more than {maximum}"

    def walk(self, value, schema=None, path=""):
        """Each place of a document as (container, key, its schema or None, its path)."""
        schema = self.resolve(self.root if schema is None else schema)
        if isinstance(value, dict):
            for name in list(value):
                member = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
                member = None if member is False else member
                yield value, name, member, f"{path}.{name}"
                # The empty schema stands for anything at all.
                if member:
                    yield from self.walk(value[name], member, f"{path}.{name}")
        elif isinstance(value, list):
            for index, element in enumerate(value):
                yield from self.walk(element, schema["items"], f"{path}[{index}]")

    def walk_described(self, schema=None, path=""):
        """Each member the schema describes, by its path without indices."""
        schema = self.resolve(self.root if schema is None else schema)
        for name, member in schema.get("properties", {}).items():
            yield f"{path}.{name}", self.resolve(member)
            yield from self.walk_described(member, f"{path}.{name}")
        if "items" in schema:
            yield from self.walk_described(schema["items"], path)


class Reader:
    """What the program itself says of documents."""

    def __init__(self, tool):
        self.tool = tool

    def get_sample(self):
        return json.loads(subprocess.check_output([self.tool], encoding="utf-8"))

    def judge(self, texts):
        """A line for each: "sound" or the problem."""
        with tempfile.TemporaryDirectory() as folder:
            names = [pathlib.Path(folder, f"{index}.json") for index in range(len(texts))]
            for name, text in zip(names, texts):
                name.write_text(text, encoding="utf-8")
            return subprocess.check_output([self.tool, *names], encoding="utf-8").splitlines()


REMOVED = object()


def try_each(schema, reader, sample, value):
    """Puts value in the place of each member in turn: its path, the schema's complaints about the
    whole, and what the reader says."""
    paths, complaints, texts = [], [], []
    for container, key, _, path in list(schema.walk(sample)):
        kept = container[key]
        if value is REMOVED:
            del container[key]
        else:
            container[key] = value
        paths.append(path)
        complaints.append(list(schema.complain(sample)))
        texts.append(json.dumps(sample))
        container[key] = kept
    return zip(paths, complaints, reader.judge(texts))


def check_described(schema, sample):
    for _, _, member, path in schema.walk(sample):
        if member is None:
            yield f"{path}: written, but not in the schema"


def check_written(schema, samples):
    written = {re.sub(r"\[\d+\]", "", path) for sample in samples
               for _, _, _, path in schema.walk(sample)}
    for path, _ in schema.walk_described():
        if path not in written:
            yield f"{path}: in the schema, but written nowhere"


def check_descriptions(schema):
    for path, member in schema.walk_described():
        if not member.get("description"):
            yield f"{path}: has no description"
        if path.endswith("_ns") and not re.search("nanosecond|slice|were;|same,",
                                                  member.get("description", "")):
            yield f"{path}: its description names no unit"


def check_removals(schema, reader, sample, is_beyond):
    for path, complaints, verdict in try_each(schema, reader, sample, REMOVED):
        if bool(complaints) == (verdict == "sound") and not is_beyond(path):
            yield f"{path} removed: schema: {complaints}, reader: {verdict}"


def check_wrong_values(schema, reader, sample):
    for value in WRONG_VALUES:
        for path, complaints, verdict in try_each(schema, reader, sample, value):
            if complaints and verdict == "sound":
                yield f"{path} set to {value!r}: the reader takes what the schema refuses"


def load(path):
    return Schema(json.loads(pathlib.Path(path).read_text(encoding="utf-8")))


def main(schema_path, tool, is_beyond=lambda path: False):
    """Reports on a schema, and on the tool that prints a sample and judges files; is_beyond tells
    the members whose absence no schema can judge."""
    schema = load(schema_path)
    reader = Reader(tool)
    sample = reader.get_sample()
    report = tap.Tap()

    report.report("the sample satisfies the schema", list(schema.complain(sample)))
    report.report("every member written is in the schema", list(check_described(schema, sample)))
    report.report("every member of the schema is written", list(check_written(schema, [sample])))
    report.report("every member is described with its unit", list(check_descriptions(schema)))
    report.report("the reader misses what the schema requires",
                  list(check_removals(schema, reader, sample, is_beyond)))
    report.report("the reader refuses what the schema refuses",
                  list(check_wrong_values(schema, reader, sample)))
    return report.finish()
