const NO_DATA =
  'no-data: No data found. Please verify arguments (train_data_dir must be the parent of folders with images)';

/** "type: message" of the error of every recording that failed or trained nothing. */
export const failures: Record<string, string> = {
  a_lora_fp16_on_cpu: 'RuntimeError: expected m1 and m2 to have the same dtype, but got: c10::Half != float',
  c_boft:
    'RuntimeError: einsum(): subscript b has size 64 for operand 1 which does not broadcast with previously seen size 8',
  c_ia3: "KeyError: 'ia3'",
  i_adamw8bit_no_bnb: 'ImportError: No bitsandbytes / bitsandbytesがインストールされていないようです',
  i_prodigy_two_lrs:
    'RuntimeError: Setting different lr values in different parameter groups is only supported for values of 0',
  l_bad_toml: 'toml.decoder.TomlDecodeError: Unbalanced quotes (line 3 column 26 char 75)',
  l_bf16_clip_skip_dtype_error: 'RuntimeError: mixed dtype (CPU): expect parameter to have scalar type of Float',
  l_caption_not_utf8: "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x83 in position 0: invalid start byte",
  l_corrupt_image: 'ZeroDivisionError: division by zero',
  l_cp1252_unicode_error:
    "UnicodeEncodeError: 'charmap' codec can't encode characters in position 40-53: character maps to <undefined>",
  l_empty_caption_file:
    'AssertionError: caption file is empty / キャプションファイルが空です: /home/user/lora/img/3_hmbrgrlora/002.txt',
  l_empty_dataset: NO_DATA,
  l_img_dir_is_the_X_folder: NO_DATA,
  l_missing_model:
    'ValueError: The provided pretrained_model_name_or_path "/home/user/models/does-not-exist.safetensors" is neither ' +
    'a valid local path nor a valid repo id. Please check the parameter.',
  l_oom_rlimit:
    "RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: " +
    'you tried to allocate 4194304 bytes. Error code 12 (Cannot allocate memory)',
  l_output_dir_not_writable:
    'safetensors_rust.SafetensorError: Error while serializing: IoError(Os { code: 13, kind: PermissionDenied, ' +
    'message: "Permission denied" })',
  l_toml_missing: 'config: /home/user/lora/model/nope.toml not found.',
  l_truncated_image: 'OSError: image file is truncated',
  l_unknown_argument: 'train_network.py: unrecognized arguments: --no_such_option 3',
  l_unknown_optimizer: "AttributeError: module 'torch.optim' has no attribute 'AdamWizard'",
  l_wrong_network_module: "ModuleNotFoundError: No module named 'networks.lorra'",
};
