import pathlib

pathlib.Path("src").mkdir()
pathlib.Path("src/types.ts").write_text("export interface BirdRecord {\n  name: string;\n  rings: number[];\n}\n")
for n in range(1, 31):
    pathlib.Path(f"src/site{n:02}.ts").write_text(f"""import {{ Bird }} from './types';

export const birds{n}: Bird[] = [{{ name: 'plover {n}', rings: [{n}] }}];
export const rings{n} = birds{n}.map((bird) => bird.rings.length);
""")
