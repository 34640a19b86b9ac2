import type { ChartsGenerationHistory } from '@godwit/queries/tables';
import { random } from '../random.ts';
import { chordCharts, wallClock } from './charts.ts';

/** Micro-dollars a token of prompt and of completion: invented models at invented prices. */
const models = [
  { name: 'cantor-large-2', prompt: 3, completion: 15 },
  { name: 'cantor-small-2', prompt: 0.25, completion: 1.25 },
  { name: 'psalter-7b', prompt: 0.1, completion: 0.3 },
] as const;

/** One to four attempts for each generated chart; the last one is the one that was kept. */
export const generations: readonly ChartsGenerationHistory[] = chordCharts
  .filter((chart) => chart.source === 'ai_generated')
  .flatMap((chart) => {
    const { integer, pick } = random(`charts.generation_history ${chart.id}`);
    return Array.from({ length: integer(1, 4) }, (_, attempt): Omit<ChartsGenerationHistory, 'id'> => {
      const model = pick(models);
      const prompt = integer(380, 1_150);
      const completion = integer(240, 900);
      return {
        chart_id: chart.id ?? 0,
        model_used: model.name,
        prompt_tokens: prompt,
        completion_tokens: completion,
        latency_ms: integer(700, 9_400),
        cost_usd: ((prompt * model.prompt + completion * model.completion) / 1_000_000).toFixed(6),
        created_at: wallClock(chart.created_at?.slice(0, 10) ?? '2024-11-04', integer(480, 1_300) + attempt * 3),
      };
    });
  })
  .map((generation, index) => ({ id: index + 1, ...generation }));
